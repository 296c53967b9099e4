# Under a document: approve, change, share; and what is said when that was done.

document_what =
    { $document ->
        [plan] This is the plan, from what is known now.
        [power_map] This is the power map, from what is known now.
        [timeline] This is the timeline, from what is known now.
        [inventory] This is the list of resources, from what is known now.
        [share_card] This is the card to share. It may be passed on outside the coalition: it names no person.
       *[other] This is the document, from what is known now.
    }
    What shall we do with it?
    .choice-approve = Approve
    .choice-change_plan = Change the plan
    .choice-change_map = Change the map
    .choice-change_timeline = Change the dates
    .choice-change_inventory = Change the resources
    .choice-change_card = Change the card
    .choice-share = Share
    .choice-back = Go on
    .help =
        Why: an approved document is kept as a version you can return to, even after changes.
        Example: approve the plan in a meeting, share it, and change it later without losing what was approved.
document_share = Whom do you want to share this document with?
    .choice-coordinators = Coordinators only
    .choice-members = The whole coalition
    .choice-nobody = Not yet
    .help =
        Why: everyone gets the document in their own language, with only what they may see.
        Example: to coordinators first, and after changes to everyone.
document-name =
    .plan = Plan
    .power_map = Power map
    .timeline = Timeline
    .inventory = List of resources
    .share_card = Card to share
document-approved =
    Approved and kept: { $document }, version { $version }.
    By { $name }, { $date }.
    A changed answer opens a new version, and this one stays.
document-shared-with =
    { $count ->
        [one] The document was sent to one person.
       *[other] The document was sent to { $count } people.
    }
shared-document =
    A document from { $by }, for “{ $coalition }”: { $document }.
    Everything stands in the menu, under “Our documents”.
version-label = { $document } { $number }, { $day }
version-approved = This version was approved: { $name }, { $date }
version-gone = This version no longer exists. These are the documents there are now.
