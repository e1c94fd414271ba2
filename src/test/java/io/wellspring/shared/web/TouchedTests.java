package io.wellspring.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TouchedTests {

    private static final Form STORED = new Form("Gold", "10", null, "7");
    private static final Form TYPED = new Form("Silver", "12", "less", "3");

    private record Form(String name, String price, @Nullable String note, String edition) {}

    @Test
    void fieldsNobodyTouchedAreAsTheyAreStored() {
        assertThat(Touched.valueOf("price").over(STORED, TYPED)).isEqualTo(new Form("Gold", "12", null, "7"));
        assertThat(Touched.valueOf("note,name,other").over(STORED, TYPED))
                .isEqualTo(new Form("Silver", "10", "less", "7"));
        assertThat(Touched.valueOf("").over(STORED, TYPED)).isEqualTo(STORED);
    }

    @Test
    void whereNobodyTellsAllIsAsItWasTyped() {
        assertThat(Touched.valueOf(Touched.UNTOLD).over(STORED, TYPED))
                .isEqualTo(new Form("Silver", "12", "less", "7"));
    }

    @Test
    void theEditionIsAlwaysThatOfWhatIsStored() {
        assertThat(Touched.valueOf("edition").over(STORED, TYPED)).isEqualTo(STORED);
    }
}
