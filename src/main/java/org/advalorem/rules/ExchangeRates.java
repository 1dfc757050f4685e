package org.advalorem.rules;

/** Exchange rates by month. */
final class ExchangeRates {}
