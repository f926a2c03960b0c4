package dev.rapport.desk.purchases;

import java.time.LocalDate;
import java.util.List;

/**
 * One purchase.
 *
 * @param besides the other lines of its order
 * @param today the day where the user is
 */
public record PurchasePage(PurchaseRow purchase, List<PurchaseRow> besides, LocalDate today) {}
