# SPDX-License-Identifier: GPL-2.0-or-later
"""Makes a corpus and queries, the same on every machine, for comparing one build with another.

The words are the two-syllable words of the dictionary of stored text of format 1, with frequencies by rank (Zipf). The topic
of an article is twelve rarer words; two in five of its words are from its topic. Quality on this corpus says nothing about
quality on real text.
"""
import json
import pathlib
import random
import unicodedata

DICTIONARY = pathlib.Path(__file__).resolve().parent.parent / "common/index/data/stored-text-1.dict"
FIRST_TOPIC_RANK = 100


class Writer:
    """Writes articles out of a list of words, the commonest first."""

    def __init__(self, words, seed):
        self.words, self.random = words, random.Random(seed)
        self.weights = self.cumulated(words, 0)
        self.topic_words = words[FIRST_TOPIC_RANK:]
        self.topic_weights = self.cumulated(self.topic_words, FIRST_TOPIC_RANK)

    @staticmethod
    def cumulated(words, first_rank):
        total, sums = 0.0, []
        for rank in range(len(words)):
            total += 1 / (first_rank + rank + 3)
            sums.append(total)
        return sums

    def topic(self):
        return self.random.choices(self.topic_words, cum_weights=self.topic_weights, k=12)

    def sentence(self, topic, length, topical=0.4):
        common = self.random.choices(self.words, cum_weights=self.weights, k=length)
        return [self.random.choice(topic) if self.random.random() < topical else word for word in common]

    def article(self, number):
        topic = self.topic()
        body = [self.sentence(topic, self.random.randint(6, 14)) for _ in range(self.random.randint(8, 25))]
        return {"id": f"made-{number:05}", "topic": topic, "title": self.sentence(topic, 5, 0.8),
                "lead": self.sentence(topic, 14, 0.6), "body": body}


def printed(words):
    text = " ".join(words)
    return text[:1].upper() + text[1:]


def without_marks(text):
    letters = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def queries_of(article, chance):
    """One query of each known-item set."""
    lead, sentence = " ".join(article["lead"]).split(), " ".join(chance.choice(article["body"])).split()
    start, first = chance.randrange(len(lead) - 6), chance.randrange(len(sentence) - 4)
    return {
        "title": printed(article["title"]),
        "sapo": printed(article["lead"]),
        "kw": " ".join(chance.sample(article["topic"], 3)),
        "frag": " ".join(lead[start:start + 6]),
        "phrase": " ".join(sentence[first:first + 4]),
    }


def write_queries(articles, directory, chance):
    rows = [(article["id"], queries_of(article, chance)) for article in articles]
    for name in rows[0][1]:
        for suffix, form in (("", str), ("_plain", without_marks)):
            lines = (f"{article}\t{form(queries[name])}\n" for article, queries in rows)
            (directory / f"{name}{suffix}.tsv").write_text("".join(lines), encoding="utf-8")


def write(directory, articles, queries):
    """Writes corpus.jsonl and the query sets into `directory`; returns the path of the corpus."""
    directory = pathlib.Path(directory)
    syllables = DICTIONARY.read_text("utf-8").split()[::-1]  # the commonest words are at its end
    words = list(dict.fromkeys(f"{second} {first}" for first, second in zip(syllables[::2], syllables[1::2])))
    writer = Writer(words, seed=1)
    made = [writer.article(number) for number in range(articles)]
    with open(directory / "corpus.jsonl", "w", encoding="utf-8") as out:
        for article in made:
            body = " ".join(printed(sentence) + "." for sentence in article["body"])
            record = {"id": article["id"], "title": printed(article["title"]), "body": body}
            out.write(json.dumps(record, ensure_ascii=False) + "\n")
    write_queries(writer.random.sample(made, queries), directory, writer.random)
    return directory / "corpus.jsonl"
