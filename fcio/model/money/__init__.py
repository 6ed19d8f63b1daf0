"""What the IT budget comes to over years: scenarios of leadership, their cash flows, how sure they are, what-if."""
