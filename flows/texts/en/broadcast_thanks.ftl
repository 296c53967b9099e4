broadcast_thanks-title = Thanks after an action
