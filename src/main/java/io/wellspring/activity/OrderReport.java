package io.wellspring.activity;

import io.wellspring.shared.IntakeReport;

/**
 * What became, or would become, of the orders of a file.
 *
 * @param rows the rows; an order is never updated, facts stay
 * @param newUsers how many users the orders make known
 */
public record OrderReport(IntakeReport rows, long newUsers) {}
