# Opened by the buttons under the request for a second approval.

crisis_approve-title = Approving a crisis
