package dev.rapport.desk.purchases;

import java.time.LocalDate;

/**
 * One contract.
 *
 * @param today the day where the user is
 */
public record ContractPage(ContractRow contract, LocalDate today) {}
