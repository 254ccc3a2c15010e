package org.suiseki.matter.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each reader of spectra that are not diffraction, fed with damaged files. */
class SpectrumReadersFuzzTest {

  @Test
  void xdi() throws Exception {
    feed(
        new XdiReader(),
        """
        # XDI/1.0 GSE/1.0
        # Column.1: energy keV || here
        # Column.2: i0 counts
        # Column.3: itrans
        # Column.4: ifluor
        # Sample.name: copper
        # ///
        # a comment
        #----
        # energy i0 itrans ifluor
        8.9700 200 100 50
        8.9800 200 50 10
        8.9900 400 50 nan
        9.0100 4e2 50 10
        """,
        "#XDI/1.1\n# Column.1: energy eV\n# Column.2: mutrans\n#---\n2 1\n1 2\n");
  }

  @Test
  void msa() throws Exception {
    String even =
        """
        #FORMAT : EMSA/MAS Spectral Data File
        #TITLE : x
        #NPOINTS : 4
        #XUNITS : Energy (keV)
        #DATATYPE : Y
        #XPERCHAN -eV : 0.5
        #OFFSET : 520
        #DWELLTIME-ms: 100.
        #SPECTRUM :
        4, 5, 6
        7
        #ENDOFDATA :
        """;
    feed(new MsaReader(), even, even.replace(": Y", ": XY").replace(": 4", ": 2"));
  }

  @Test
  void jcamp() throws Exception {
    String head =
        """
        ##TITLE= x
        ##JCAMP-DX= 4.24
        ##XUNITS= 1/CM
        ##FIRSTX= 400
        ##LASTX= 418
        ##NPOINTS= 10
        ##XYDATA= (X++(Y..Y))
        """;
    feed(
        new JcampReader(),
        JcampReaderTest.TUPLES,
        head + "400AJT%j\n408BjW\n##END=\n",
        head + "400+1+2+3+3+2\n410+1+0-1-2-3\n##END=\n",
        "##TITLE= l\n##DATA TYPE= LINK\n##TITLE= p\n##PEAK TABLE= (XY..XY)\n1,2 3,4\n##END=\n"
            + head
            + "400 1 2 ? 3 2\n410 1 0 -1 -2 -3\n##END=\n##END=\n");
  }

  @Test
  void athena() throws Exception {
    feed(new AthenaReader(), AthenaReaderTest.PROJECT);
  }

  @Test
  void kek9809() throws Exception {
    feed(new Kek9809Reader(), Kek9809ReaderTest.SCAN);
  }

  @Test
  void jsonLines() throws Exception {
    feed(new MeasurementJsonReader(), MeasurementJsonReaderTest.GOOD);
  }

  @Test
  void xrdpattern() throws Exception {
    feed(new PlainPatternJsonReader(), PlainPatternJsonReaderTest.PATTERN);
  }

  private static void feed(SpectrumReader reader, String... texts) throws InterruptedException {
    List<byte[]> corpus =
        Arrays.stream(texts).map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
    ReaderFuzz.Outcome outcome =
        ReaderFuzz.run(
            corpus,
            bytes -> {
              reader.recognises(bytes, "fuzz");
              assertThat(reader.read(new ByteArrayInputStream(bytes), "fuzz")).isNotEmpty();
            });
    assertThat(outcome.accepted()).as("accepted").isGreaterThan(corpus.size());
    assertThat(outcome.refused()).as("refused").isPositive();
  }
}
