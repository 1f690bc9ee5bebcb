"""A client over urllib3: GET or POST, with three retries and without a pause of its own.

Usage: client.py METHOD URL
"""

import sys

import urllib3

retry = urllib3.Retry(3, status_forcelist=[503])
answer = urllib3.PoolManager().request(sys.argv[1], sys.argv[2], retries=retry, timeout=10)
sys.exit(0 if answer.status < 400 else 1)
