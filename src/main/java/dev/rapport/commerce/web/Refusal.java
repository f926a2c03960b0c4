package dev.rapport.commerce.web;

import dev.rapport.commerce.CatalogueRefused;
import java.util.List;

/** Why a form was refused, as a text's key and what it names. */
public record Refusal(String key, List<String> details) {

    static Refusal of(CatalogueRefused refused) {
        return new Refusal("commerce.refused." + refused.reason(), refused.details());
    }
}
