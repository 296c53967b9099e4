# The words of the card that a coalition shows the world.

share-card =
    .title = Setting out together
    .partners =
        { $count ->
            [one] partner
           *[other] partners together
        }
    .goal = Our first goal
    .launch = Setting out
    .call = You can join. Come and talk to us.
share-card-caption = The card of “{ $coalition }”, version { $version }. It may be passed on outside the coalition.
share-card-forward = The card may be passed on outside the coalition. It names no person.
