package dev.sluice.local.aws.services.s3;

import dev.sluice.local.aws.access.Access;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The body of DeleteObjects.
 *
 * @param request the request with a body that can still be read
 */
record DeletionList(List<Entry> entries, HttpServletRequest request) {
  private static final int LARGEST = 2 << 20;
  private static final int MOST_KEYS = 1_000;

  /**
   * @param version null for the newest
   */
  record Entry(String key, String version) {}

  /**
   * Reads a request's body.
   *
   * @throws MalformedXml where it is not the XML that AWS wants
   */
  static DeletionList of(HttpServletRequest request) throws IOException, MalformedXml {
    byte[] body = request.getInputStream().readNBytes(LARGEST);
    return new DeletionList(entries(body), new Repeated(request, body));
  }

  /**
   * The objects that a body names.
   *
   * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjects.html">AWS: each
   *     object has a key, and there are at most 1,000</a>
   */
  static List<Entry> entries(byte[] body) throws MalformedXml {
    Element root = parse(body).getDocumentElement();
    NodeList objects = root.getElementsByTagNameNS("*", "Object");
    if (!root.getLocalName().equals("Delete")) {
      throw new MalformedXml("the root is " + root.getLocalName() + ", expected Delete");
    }
    if (objects.getLength() == 0 || objects.getLength() > MOST_KEYS) {
      throw new MalformedXml(
          "the list names " + objects.getLength() + " objects, expected 1 to " + MOST_KEYS);
    }
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < objects.getLength(); i++) {
      Element object = (Element) objects.item(i);
      String key = text(object, "Key");
      if (key == null || key.isEmpty()) {
        throw new MalformedXml("an Object has no Key");
      }
      entries.add(new Entry(key, text(object, "VersionId")));
    }
    return entries;
  }

  private static String text(Element object, String name) {
    NodeList found = object.getElementsByTagNameNS("*", name);
    return found.getLength() == 0 ? null : found.item(0).getTextContent();
  }

  private static Document parse(byte[] body) throws MalformedXml {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      // Else the parser prints to standard error what it throws.
      builder.setErrorHandler(new DefaultHandler());
      return builder.parse(new ByteArrayInputStream(body));
    } catch (SAXException e) {
      throw new MalformedXml(e.getMessage());
    } catch (ParserConfigurationException | IOException e) {
      throw new IllegalStateException("an XML parser reads bytes in memory", e);
    }
  }

  List<Access> needed(String bucket) {
    return entries.stream()
        .map(entry -> S3Access.delete(bucket, entry.key(), entry.version()))
        .toList();
  }

  /** A request whose body was read already. */
  private static final class Repeated extends HttpServletRequestWrapper {
    private final byte[] body;

    Repeated(HttpServletRequest request, byte[] body) {
      super(request);
      this.body = body;
    }

    @Override
    public ServletInputStream getInputStream() {
      ByteArrayInputStream in = new ByteArrayInputStream(body);
      return new ServletInputStream() {
        @Override
        public int read() {
          return in.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) {
          return in.read(into, offset, length);
        }

        @Override
        public boolean isFinished() {
          return in.available() == 0;
        }

        @Override
        public boolean isReady() {
          return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
          throw new UnsupportedOperationException("the body is read at once");
        }
      };
    }
  }
}
