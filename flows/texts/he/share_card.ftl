# The words of the card that a coalition shows the world.

share-card =
    .title = יוצאים לדרך יחד
    .partners =
        { $count ->
            [one] שותפות
           *[other] שותפים כבר יחד
        }
    .goal = המטרה הראשונה שלנו
    .launch = יוצאים לדרך
    .call = אפשר להצטרף. נשמח לדבר.
share-card-caption = הכרטיס של ״{ $coalition }״, גרסה { $version }. אפשר להעביר אותו גם מחוץ לקואליציה.
share-card-forward = אפשר להעביר את הכרטיס גם מחוץ לקואליציה. אין בו שם של אף אדם.
