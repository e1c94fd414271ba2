package io.wellspring.segments.web;

import io.wellspring.shared.Refusal;

/** A workbook, an archive or a picture is no list of identities. */
class NotAList extends Refusal.Rejected {}
