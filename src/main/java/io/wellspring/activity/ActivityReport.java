package io.wellspring.activity;

import io.wellspring.shared.IntakeReport;

/**
 * What became, or would become, of the activity of a file.
 *
 * @param rows the rows; none is ever updated, facts stay
 * @param newUsers how many users the rows make known
 */
public record ActivityReport(IntakeReport rows, long newUsers) {}
