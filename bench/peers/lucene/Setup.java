// SPDX-License-Identifier: GPL-2.0-or-later
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/**
 * One setup of Lucene: which forms of the text it indexes, their weights in a query, whether it stores the text.
 */
final class Setup {
  private static final FieldType COUNTED = counted();

  private final Map<Form, Float> weights;
  private final Map<Form, Float> weightsWithoutMarks;
  private final boolean storesText;

  private Setup(Map<Form, Float> weights, Map<Form, Float> weightsWithoutMarks, boolean storesText) {
    this.weights = weights;
    this.weightsWithoutMarks = weightsWithoutMarks;
    this.storesText = storesText;
  }

  /** Lucene as a reader of its manual would set it up: folded words with positions, no text. */
  static Setup plain() {
    Map<Form, Float> weights = Map.of(Form.FOLDED, 1f);
    return new Setup(weights, weights, false);
  }

  /** Does what timbao's index does: pairs, marked words and the text too. The weights are timbao's own. */
  static Setup sameWork() {
    Map<Form, Float> weights = Map.of(Form.FOLDED, 0.3f, Form.PAIRS, 1f, Form.MARKED, 1.2f);
    return new Setup(weights, Map.of(Form.FOLDED, 1f, Form.PAIRS, 1f), true);
  }

  /** Whether it stores the text; then an answer holds the titles of its hits, as timbao's does. */
  boolean storesText() {
    return storesText;
  }

  Analyzer analyzer() {
    Map<String, Analyzer> analyzers = new HashMap<>();
    for (Form form : Form.values()) analyzers.put(form.field, form.analyzer);
    return new PerFieldAnalyzerWrapper(Form.FOLDED.analyzer, analyzers);
  }

  Document document(String id, String title, String body) {
    Document document = new Document();
    document.add(new StringField("id", id, Field.Store.NO));
    document.add(new BinaryDocValuesField("id", new BytesRef(id)));
    for (Form form : weights.keySet()) {
      FieldType type = form == Form.FOLDED ? TextField.TYPE_NOT_STORED : COUNTED;
      document.add(new Field(form.field, title, type));
      document.add(new Field(form.field, body, type));
    }
    if (storesText) {
      document.add(new StoredField("title", title));
      document.add(new StoredField("body", body));
    }
    return document;
  }

  /**
   * Any of the words, in every form, each form with its weight. A query typed without marks uses folded words and pairs only.
   */
  Query words(String text) throws IOException {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    boolean marked = !termBytes(Form.MARKED, text).equals(termBytes(Form.FOLDED, text));
    for (Map.Entry<Form, Float> form : (marked ? weights : weightsWithoutMarks).entrySet()) {
      for (Term term : terms(form.getKey(), text)) {
        any.add(new BoostQuery(new TermQuery(term), form.getValue()), Occur.SHOULD);
      }
    }
    return any.build();
  }

  Query phrase(String text) throws IOException {
    return new PhraseQuery(0, Form.FOLDED.field, termBytes(Form.FOLDED, text).toArray(new BytesRef[0]));
  }

  private static List<Term> terms(Form form, String text) throws IOException {
    List<Term> terms = new ArrayList<>();
    for (BytesRef bytes : termBytes(form, text)) terms.add(new Term(form.field, bytes));
    return terms;
  }

  private static List<BytesRef> termBytes(Form form, String text) throws IOException {
    List<BytesRef> found = new ArrayList<>();
    try (TokenStream tokens = form.analyzer.tokenStream(form.field, text)) {
      TermToBytesRefAttribute term = tokens.getAttribute(TermToBytesRefAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) found.add(BytesRef.deepCopyOf(term.getBytesRef()));
      tokens.end();
    }
    return found;
  }

  private static FieldType counted() {
    FieldType type = new FieldType(TextField.TYPE_NOT_STORED);
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    type.freeze();
    return type;
  }
}
