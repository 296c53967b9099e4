# One thing that may go wrong: its sign, what we do, who decides.

ac_response = { $risk }: what is the sign, what do we do, and who decides?
    .topic = What we do then
    .help =
        Why: under pressure people do what is written down.
        Example: “Pushing? The marshals open a way, Noor decides”.
