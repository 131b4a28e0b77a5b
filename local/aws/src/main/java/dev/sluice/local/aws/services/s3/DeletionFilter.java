package dev.sluice.local.aws.services.s3;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.springframework.web.util.ContentCachingRequestWrapper;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Completes deletions of single versions, see {@link DeletedVersions}. */
final class DeletionFilter implements Filter {
  private static final int LARGEST_REQUEST = 2 << 20;

  private final DeletedVersions versions;
  private final KeyLocks locks;

  DeletionFilter(DeletedVersions versions, KeyLocks locks) {
    this.versions = versions;
    this.locks = locks;
  }

  @Override
  public void doFilter(ServletRequest any, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest request = (HttpServletRequest) any;
    ObjectPath path = ObjectPath.of(request);
    String version = path.parameter("versionId");
    if (request.getMethod().equals("DELETE") && version != null) {
      synchronized (locks.of(path.bucket(), path.key())) {
        chain.doFilter(request, response);
        if (succeeded(response)) {
          versions.clean(path.bucket(), path.key(), version);
        }
      }
    } else if (request.getMethod().equals("POST") && path.parameter("delete") != null) {
      ContentCachingRequestWrapper kept =
          new ContentCachingRequestWrapper(request, LARGEST_REQUEST);
      chain.doFilter(kept, response);
      if (succeeded(response)) {
        clean(path.bucket(), kept.getContentAsByteArray());
      }
    } else {
      chain.doFilter(request, response);
    }
  }

  private static boolean succeeded(ServletResponse response) {
    return ((HttpServletResponse) response).getStatus() < 300;
  }

  private void clean(String bucket, byte[] body) throws IOException {
    NodeList objects = parse(body).getElementsByTagNameNS("*", "Object");
    for (int i = 0; i < objects.getLength(); i++) {
      Element object = (Element) objects.item(i);
      NodeList version = object.getElementsByTagNameNS("*", "VersionId");
      if (version.getLength() > 0) {
        String key = object.getElementsByTagNameNS("*", "Key").item(0).getTextContent();
        versions.clean(bucket, key, version.item(0).getTextContent());
      }
    }
  }

  private static Document parse(byte[] body) throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory.newDocumentBuilder().parse(new ByteArrayInputStream(body));
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException("S3Mock read what is no XML", e);
    }
  }
}
