# reviewed: no
# One role of an action: who, and who stands in.

ac_role_owner = { $role }: من؟ اسم واحد، بلا هاتف.
    .topic = من في الدور
    .help =
        السبب: يُفضَّل أن يكون لكلّ شخص دور واحد فقط.
        مثال: من تتّصل مع الشرطة لا تخطب.
ac_role_backup = { $role }: ومن البديل؟
    .topic = من البديل
    .help =
        السبب: الناس يمرضون، والقطارات تتأخّر.
        مثال: «نيطع، إن لم يصل سمير».
