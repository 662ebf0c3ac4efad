// SPDX-License-Identifier: GPL-2.0-or-later
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.shingle.ShingleFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/** The three forms in which a text is indexed: each becomes a field of its own, named like the form in lower case. */
enum Form {
  /** "Đảng bộ" -> dang, bo. The bar of đ is removed too. */
  FOLDED {
    @Override
    TokenStream filter(Tokenizer words) {
      return folded(words);
    }
  },
  /** "Đảng bộ" -> "dang bo": two neighbours are one term. */
  PAIRS {
    @Override
    TokenStream filter(Tokenizer words) {
      ShingleFilter pairs = new ShingleFilter(folded(words), 2, 2);
      pairs.setOutputUnigrams(false);
      return pairs;
    }
  },
  /** "Đảng bộ" -> đảng, bộ. */
  MARKED {
    @Override
    TokenStream filter(Tokenizer words) {
      return new LowerCaseFilter(words);
    }
  };

  final String field = name().toLowerCase(java.util.Locale.ROOT);

  final Analyzer analyzer = new Analyzer() {
    @Override
    protected TokenStreamComponents createComponents(String name) {
      Tokenizer words = new StandardTokenizer();
      return new TokenStreamComponents(words, filter(words));
    }
  };

  abstract TokenStream filter(Tokenizer words);

  /**
   * ICU's folding gives the same for letters of one character each, as news has them; Debian's ICU lacks the data for
   * it.
   */
  private static TokenStream folded(Tokenizer words) {
    return new ASCIIFoldingFilter(new LowerCaseFilter(words));
  }
}
