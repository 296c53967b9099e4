# The words of the list of resources, as a sheet and in the chat.

inventory =
    .title = List of resources
    .organisation = Organisation
    .type = Kind
    .amount = How much and what
    .from = From when
    .until = Until when
    .conditions = Conditions
    .gaps = What is missing
    .asked = Whom to ask
    .needed_by = Needed by
    .empty = No resources are listed yet. They begin in stage D.
    .no_gaps = Nobody has said yet what is missing.
    .kept = The list is kept for the coordinators and the steering committee.
    .nothing_missing = Nothing is missing at the moment.
    .withheld = Name kept by the coordinators
inventory-caption = Resources of “{ $coalition }”, version { $version }, as of { $date }
