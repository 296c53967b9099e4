# A new coalition: whoever founds it coordinates it.

found-title = New coalition

found_closed = On this server a new coalition starts by invitation only. Do you have a code? Send it here. If not, ask whoever runs this bot.
