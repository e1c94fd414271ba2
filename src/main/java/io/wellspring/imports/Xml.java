package io.wellspring.imports;

import com.fasterxml.aalto.UncheckedStreamException;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** One part of a workbook, read forwards, element by element. It defines no entities and fetches none. */
final class Xml implements AutoCloseable {

    private static final XMLInputFactory FACTORY = factory();

    private final InputStream bytes;
    private final XMLStreamReader reader;
    private final StringBuilder text = new StringBuilder();
    private int event = XMLStreamConstants.START_DOCUMENT;

    Xml(InputStream bytes) {
        this.bytes = bytes;
        try {
            this.reader = FACTORY.createXMLStreamReader(bytes);
        } catch (XMLStreamException | UncheckedStreamException e) {
            throw new DamagedFile();
        }
    }

    /** On to the next start or end of an element; false at the end. */
    boolean next() {
        do {
            event = advance();
            if (event == XMLStreamConstants.DTD) {
                throw new DamagedFile();
            }
        } while (event != XMLStreamConstants.START_ELEMENT
                && event != XMLStreamConstants.END_ELEMENT
                && event != XMLStreamConstants.END_DOCUMENT);
        return event != XMLStreamConstants.END_DOCUMENT;
    }

    boolean starts(String element) {
        return event == XMLStreamConstants.START_ELEMENT
                && reader.getLocalName().equals(element);
    }

    boolean isStart() {
        return event == XMLStreamConstants.START_ELEMENT;
    }

    boolean ends(String element) {
        return event == XMLStreamConstants.END_ELEMENT && reader.getLocalName().equals(element);
    }

    /** An attribute of the element that has just started, whatever its namespace. */
    @Nullable
    String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    /** An attribute in some namespace, as relationships are named. */
    @Nullable
    String foreignAttribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String space = reader.getAttributeNamespace(i);
            if (reader.getAttributeLocalName(i).equals(name) && space != null && !space.isEmpty()) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    /** The text of the element that has just started, to its end. */
    String text() {
        text.setLength(0);
        appendText();
        return text.toString();
    }

    /** The text of a cell or shared string that has just started, to its end: all its runs, without what says how to pronounce it. */
    String richText(String element) {
        text.setLength(0);
        while (next() && !ends(element)) {
            if (starts("t")) {
                appendText();
            } else if (starts("rPh")) {
                skip();
            }
        }
        return text.toString();
    }

    /** To the end of the element that has just started. */
    void skip() {
        for (int depth = 1; depth > 0 && next(); ) {
            depth += isStart() ? 1 : -1;
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
            bytes.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void appendText() {
        for (event = advance(); event != XMLStreamConstants.END_ELEMENT; event = advance()) {
            switch (event) {
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> append();
                case XMLStreamConstants.START_ELEMENT -> skip();
                case XMLStreamConstants.END_DOCUMENT -> throw new DamagedFile();
                default -> {}
            }
        }
    }

    private void append() {
        text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
        if (text.length() > RowSource.LONGEST_CELL) {
            throw new DamagedFile();
        }
    }

    private int advance() {
        try {
            return reader.hasNext() ? reader.next() : XMLStreamConstants.END_DOCUMENT;
        } catch (XMLStreamException | UncheckedStreamException e) {
            throw new DamagedFile();
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
