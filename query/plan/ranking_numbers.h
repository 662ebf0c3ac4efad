// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

#include "common/index/schema.h"

namespace timbao {

/// Every number that decides which articles are read, how they are scored and how hits are counted.
///
///   ranking::kExact * idf(articles, counts.articles_own)
///
/// Source   docs/ranking.md: "Weights" and "Two passes" hold the numbers of the score, "Leading lists", "Phrases" and
///          "Counting hits" those of the first pass. The weights were chosen by the even lines of the query files of
///          bench/known_item.py and had to hold on the odd lines; docs/experiments.md has each step and its gain.
///          BM25's b and the numbers that the index is made with are in common/index/impact.h.
/// Threads  constants.
namespace ranking {

// ---- the score of an article

/// BM25's k1: how soon another occurrence of a word stops counting. Its b is impact::kB.
inline constexpr double kK1 = 1.0;

/// How often a word of the title counts: as often as the index counts it when it makes impacts.
inline constexpr unsigned kTitleCount = row_of(Field::title).plain_count;

/// A word that was typed with marks, by the idf of its folded form and by the idf of the typed reading.
inline constexpr double kFolded = 0.3;
inline constexpr double kExact = 1.2;

/// A word that was typed without marks, by the idf of its folded form.
inline constexpr double kUnmarked = 1.0;

/// The same word once the candidates tell which reading is meant: its folded form, and that reading.
inline constexpr double kRestoredFolded = 0.3;
inline constexpr double kRestored = 0.9;

/// A reading agrees with the restored one if it has at least this share of the votes of the commonest reading.
inline constexpr double kAgrees = 0.2;

/// A word without marks in a query with marks is meant as typed if at least this share of the articles that have its
/// folded form have it without marks: "trong" is, "dang" is not.
inline constexpr double kTypedShare = 0.1;

/// Two neighbours of the query that are a term of the index; also a day, a document's number or a joined form.
inline constexpr double kPair = 1.0;

/// Two neighbours that are no term. Their idf is that of kUnpostedShare of the articles that have the rarer word.
inline constexpr double kUnpostedPair = 0.3;
inline constexpr double kUnpostedShare = 0.03;

/// An article that has all words of an alternative, side by side or not, weighs at most this times the idf of such articles
/// in the first pass.
inline constexpr double kAlternativeList = 1.2;

/// Of two pairs of the query that share a word, "học sinh" and "sinh học" in "học sinh học", one overlaps the other if
/// the archive has it this many times as often, each relative to the articles with its own other word.
inline constexpr double kOverlaps = 4;

/// The pair that is overlapped counts this much where it stands in an article without the other one.
inline constexpr double kOverlappedAlone = 0.3;

/// A single word to which several words are an alternative (csgt), by its idf: as much as a word that was typed with
/// marks and a pair, because it is a whole name.
inline constexpr double kAbbreviation = kFolded + kExact + kPair;

/// The features, beside a text score of at most 1: words that come early, neighbours as typed, a short span that holds
/// all words, and a title that is made up of words of the query.
inline constexpr double kEarly = 0.15;
inline constexpr double kNeighbours = 0.2;
inline constexpr double kSpan = 0.1;
inline constexpr double kTitle = 0.2;

/// A word whose first place in the text is this many tokens from the beginning counts half for kEarly.
inline constexpr double kEarlyHalf = 50;

/// The best score behind a segment of the ranking, as a share of the last score in it: every hit of the next segment
/// must stand below.
inline constexpr double kNextSegment = 0.999;

/// --recent: the share of its score that an article of today gets on top.
inline constexpr double kRecent = 0.25;

// ---- --like: the query that is made of an article

/// How many pairs of neighbours, and how many single words, it has at most.
inline constexpr std::size_t kLikeTerms = 10;

/// A word that the article has this many times counts half as much as one that it has ever so often.
inline constexpr double kLikeHalf = 1.5;

/// How many bytes of each field are read.
inline constexpr std::size_t kLikeTextBytes = 64U << 10U;

// ---- the first pass: which lists are read, and how many candidates they give

/// The size of the archive for which budget and candidates were measured. Above it both grow with the square root.
inline constexpr double kArticlesStudied = 20'000;

/// How many postings the lists may have together that find the candidates, and how many lists are taken at least.
inline constexpr double kPostingBudget = 15'000;
inline constexpr std::size_t kLeastLists = 3;

/// The beginning of a word that more than this share of the articles has finds no candidates, unless there is nothing
/// else: it tells hardly anything and has hundreds of long lists. Where it is required, token sequences tell.
inline constexpr double kCommonBeginning = 0.5;

/// Where there is nothing else, its commonest completions find the candidates: as many as have this many postings
/// together, for each article of the archive.
inline constexpr double kCommonestPostings = 2;

/// More alternatives than this, any of which more than this share of the articles has, are left to the token sequences.
inline constexpr std::size_t kManyChoices = 16;
inline constexpr double kCommonChoice = 0.5;

/// A group is left to the token sequences where its lists have more postings than this for each article of the archive: to
/// read an article costs as much.
inline constexpr double kPostingsAnArticle = 48;

/// A clause of more than kManyChoices words and phrases is first looked for in so much of an article's token sequence.
inline constexpr std::size_t kBeginningBytes = 512;

/// The hits of a phrase are weighed by the most valuable lists that hold this share of the value of all lists: every hit is
/// in the lists of its commonest words, which are the longest and tell least.
inline constexpr double kTellingValue = 0.95;

/// Where the hits are found by their clause and there are more lists than this, only those within the budget weigh them.
inline constexpr std::size_t kManyLists = 16;

/// So many of the commonest excluded clauses are taken out before the others, whose lists are then hardly read.
inline constexpr std::size_t kFirstExcluded = 8;

/// In an archive of at most so many articles the leading lists are read twice, so that no article is lost that weighs enough.
/// In a larger one that would take half as much time again, for one page in some thirty thousand.
inline constexpr double kArticlesReadTwice = 50'000;

/// The taken lists lead until they hold this share of the value of all lists and this share of the budget; the lists
/// behind them only add to the weight of what the leading ones find.
inline constexpr double kLeadingValue = 0.6;
inline constexpr double kLeadingPostings = 0.1;

/// How many candidates are reranked: in an archive of at most kArticlesStudied articles, and at most.
inline constexpr std::size_t kLeastCandidates = 60;
inline constexpr std::size_t kMostCandidates = 200;

/// How many times as many candidates are reranked where a query has a numeral behind its word (khóa IX) and is also searched
/// with the other numeral: posting lists do not tell which of the many articles with "khóa" and "9" have them side by side.
inline constexpr double kForNumerals = 2.5;

/// How many words a query may have for each word of these, if more candidates are to be read.
inline constexpr std::size_t kWordsBesideNumerals = 4;

/// Below this idf of Xapian's own a list cannot be scaled to another value, and hardly tells articles apart.
inline constexpr double kTellsNothing = 1e-6;

// ---- filters and phrases: where reading an article costs less than opening another posting list

/// A phrase opens its rarest lists until fewer articles than this are likely to be in all of them by chance.
inline constexpr double kFewArticles = 4;

/// The rows of signatures are read for a phrase whose rarest list has more postings than this for each strip of a row.
inline constexpr std::size_t kPostingsARow = 32;

/// All hits of a phrase that signatures help to find are reranked where they are at most so many times the candidates: to find
/// candidates among them by posting lists costs more.
inline constexpr std::size_t kRerankedPhrases = 5;

/// What the rows leave is looked up in posting lists, of which none has more than this share of the articles, while more
/// articles than this are left.
inline constexpr std::size_t kFewPossible = 50;
inline constexpr double kCommonList = 1.0 / 3;

/// An operand of NEAR that more than this share of the articles has opens no lists, unless all operands are as common.
inline constexpr double kCommonOperand = 0.5;

/// Where more alternatives than this are told by token sequences, each opens only half of its lists: most articles have
/// one of the alternatives and are read anyway.
inline constexpr std::ptrdiff_t kManyAlternatives = 64;

/// A query of more phrases than this and of nothing else restricts the first pass by their rarest lists: these leave so
/// much less than the lists of all words that to evaluate them first pays.
inline constexpr std::size_t kManyPhrases = 16;

/// Counting leaves out further words of a conjunction once fewer articles than this are likely to have those before by
/// chance.
inline constexpr double kHardlyAny = 1;

/// The total is counted, not estimated, where the lists tell that there are at most this many articles.
inline constexpr std::uint64_t kCountedExactly = 1000;

/// A range of days that needs more terms than this is a range of moments: comparing these costs less than opening the
/// lists of the terms.
inline constexpr std::size_t kMostDayTerms = 32;

/// The term list of an article costs some 15 microseconds, a posting some 30 nanoseconds. Posting lists of filters are
/// read as soon as term lists have cost as much, after this many term lists at least: so no more than twice the least
/// is spent either way.
inline constexpr std::uint64_t kFewTermLists = 16;
inline constexpr std::uint64_t kPostingsATermList = 500;

}  // namespace ranking
}  // namespace timbao
