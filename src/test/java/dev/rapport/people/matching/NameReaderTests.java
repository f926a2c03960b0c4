package dev.rapport.people.matching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameReaderTests {

    @ParameterizedTest
    @CsvSource({
        "thomaswinterbourne,    Thomas, Winterbourne,   GIVEN_FAMILY,    NOTHING",
        "WinterbourneThomas,    Thomas, Winterbourne,   GIVEN_FAMILY,    NOTHING",
        "thomas.winterbourne.7, Thomas, Winterbourne,   GIVEN_FAMILY,    NOTHING",
        "TeamTomWinterbourne,   Thomas, Winterbourne,   NICKNAME_FAMILY, AFFIX",
        "RealThomWinterbourne,  Thomas, Winterbourne,   CUT_FAMILY,      AFFIX",
        "t_winterbourne,        Thomas, Winterbourne,   INITIAL_FAMILY,  NOTHING",
        "winterbournet,         Thomas, Winterbourne,   INITIAL_FAMILY,  NOTHING",
        "Winterbourne4Mayor,    Thomas, Winterbourne,   FAMILY,          AFFIX",
        "winterbournexyz,       Thomas, Winterbourne,   FAMILY,          FEW",
        "thomaswinter,          Thomas, Winterbourne,   GIVEN_CUT,       NOTHING",
        "tomw,                  Thomas, Winterbourne,   NICKNAME_INITIAL, NOTHING",
        "gcsangretti,           Gian Carlo, Sangretti,  INITIALS_FAMILY, NOTHING",
        "mariachiaraduva,       Maria Chiara, D'Uva,    GIVEN_FAMILY,    NOTHING",
        "jorgensondergard,      Jørgen, Søndergård,     GIVEN_FAMILY,    NOTHING",
        "joergenmueller,        Jörgen, Müller,         GIVEN_FAMILY,    NOTHING",
        "LuciaMendozaReal,      Lucía, Mendoza de la Vega, GIVEN_FAMILY, AFFIX",
        "evalenavanderberg,     Eva-Lena, van der Berg, GIVEN_FAMILY,    NOTHING",
        "roybalfinch,           Lucille, Roybal-Finch,  FAMILY,          NOTHING",
        "ivanpetrenko,          Іван, Петренко,         GIVEN_FAMILY,    NOTHING",
        "bluewhale,             Thomas, Winterbourne,   NOTHING,         MANY"
    })
    void handleIsReadByTheNamesOfTheContact(String handle, String given, String family, Form form, Rest rest) {
        Reading reading = read(handle, Crowd.person(1, given, family));
        assertThat(reading.form()).isEqualTo(form);
        assertThat(reading.rest()).isEqualTo(rest);
    }

    @Test
    void otherNameCountsAsMuchAsTheOneOnTop() {
        assertThat(read("rickcrawley", Crowd.person(1, "Eric", "Crawley", "Rick Crawley"))
                        .form())
                .isEqualTo(Form.GIVEN_FAMILY);
        assertThat(read("lindaholtz", Crowd.person(1, "Linda", "Kowal", "Linda Holtz"))
                        .form())
                .isEqualTo(Form.GIVEN_FAMILY);
    }

    @Test
    void mixedUpColumnsAreReadAllTheSame() {
        assertThat(read("bobperelli", Crowd.person(1, "Perelli", "Robert")).form())
                .isEqualTo(Form.NICKNAME_FAMILY);
    }

    @Test
    void shortNameInsideALongerWordIsNotClean() {
        assertThat(read("CapitalLinen", Crowd.person(1, "Ada", "Tallin")).clean())
                .isFalse();
        assertThat(read("AdaTallin", Crowd.person(1, "Ada", "Tallin")).clean()).isTrue();
    }

    private static Reading read(String handle, Contact contact) {
        var index = new ContactIndex();
        index.put(contact);
        return new NameReader(Scan.of(handle, index), index).read(0);
    }
}
