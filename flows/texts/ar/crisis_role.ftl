# reviewed: no
# One part in the crisis team.

cr_role_owner = { $role }: من يتولّى ذلك؟
    .topic = من يتولّى ذلك
    .help =
        السبب: اسم واحد لكلّ دور.
        مثال: حقائق: سماح.
cr_role_backup = { $role }: ومن البديل؟
    .topic = من البديل
    .help =
        السبب: من يحمل كثيرًا يحتاج نومًا أيضًا.
        مثال: حقائق: سماح، بديل: عمر.
