// SPDX-License-Identifier: GPL-2.0-or-later
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/**
 * Lucene as bench/compare.py measures it.
 *
 * <p>LucenePeer index SETUP ARTICLES.jsonl INDEX THREADS BUFFER_MB: indexes title and body. SETUP is plain or
 * same-work.
 *
 * <p>LucenePeer ask SETUP INDEX: answers each request of standard input (a line of JSON, see bench/engines.py).
 */
public final class LucenePeer {
  private static final int PAGE = 10;
  private static final Set<String> TITLE = Set.of("title");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Setup setup;

  private LucenePeer(Setup setup) {
    this.setup = setup;
  }

  public static void main(String[] words) throws Exception {
    LucenePeer peer = new LucenePeer(words[1].equals("plain") ? Setup.plain() : Setup.sameWork());
    if (words[0].equals("index")) {
      peer.index(Path.of(words[2]), Path.of(words[3]), Integer.parseInt(words[4]), Integer.parseInt(words[5]));
    } else {
      peer.ask(Path.of(words[2]));
    }
  }

  private void index(Path articles, Path index, int threads, int bufferMb) throws Exception {
    IndexWriterConfig config = new IndexWriterConfig(setup.analyzer()).setRAMBufferSizeMB(bufferMb);
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try (BufferedReader lines = Files.newBufferedReader(articles);
         IndexWriter writer = new IndexWriter(FSDirectory.open(index), config)) {
      List<Future<Void>> running = new ArrayList<>();
      for (int i = 0; i < threads; i++) running.add(workers.submit((Callable<Void>) () -> add(lines, writer)));
      for (Future<Void> worker : running) worker.get();
    } finally {
      workers.shutdown();
    }
  }

  private Void add(BufferedReader lines, IndexWriter writer) throws IOException {
    for (String line; (line = lines.readLine()) != null;) {
      JsonNode article = JSON.readTree(line);
      String id = article.get("id").asText();
      writer.addDocument(setup.document(id, article.get("title").asText(), article.get("body").asText()));
    }
    return null;
  }

  private void ask(Path index) throws IOException {
    try (Directory directory = FSDirectory.open(index); DirectoryReader reader = DirectoryReader.open(directory);
         BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
         PrintWriter out =
             new PrintWriter(new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8)))) {
      IndexSearcher searcher = new IndexSearcher(reader);
      searcher.setQueryCache(null); // the other engines cache no answers either
      for (String line; (line = lines.readLine()) != null; out.flush()) out.println(answer(searcher, line));
    }
  }

  private String answer(IndexSearcher searcher, String line) throws IOException {
    long began = System.nanoTime();
    JsonNode request = JSON.readTree(line);
    ObjectNode answer = JSON.createObjectNode().put("id", request.get("id").asText());
    ArrayNode hits = answer.putArray("hits");
    for (ScoreDoc hit : searcher.search(query(request), PAGE).scoreDocs) {
      ObjectNode shown = hits.addObject().put("id", articleOf(searcher, hit.doc));
      if (setup.storesText()) shown.put("title", searcher.doc(hit.doc, TITLE).get("title"));
    }
    String formatted = JSON.writeValueAsString(answer);
    String elapsed = String.format(java.util.Locale.ROOT, "%.4f", (System.nanoTime() - began) / 1e6);
    return formatted.substring(0, formatted.length() - 1) + ",\"elapsed_ms\":" + elapsed + "}";
  }

  private Query query(JsonNode request) throws IOException {
    String text = request.get("text").asText();
    Query query = request.path("phrase").asBoolean() ? setup.phrase(text) : setup.words(text);
    if (!request.has("article"))
      return query;
    TermQuery article = new TermQuery(new Term("id", request.get("article").asText()));
    return new BooleanQuery.Builder().add(query, Occur.MUST).add(article, Occur.FILTER).build();
  }

  private static String articleOf(IndexSearcher searcher, int hit) throws IOException {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(hit, leaves));
    BinaryDocValues ids = leaf.reader().getBinaryDocValues("id");
    ids.advanceExact(hit - leaf.docBase);
    return ids.binaryValue().utf8ToString();
  }
}
