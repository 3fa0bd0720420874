"""Prints pages with WeasyPrint: for each line of JSON with the files' names, an empty line when the PDF is written."""

import json
import logging
import sys

from weasyprint import HTML
from weasyprint.text.fonts import FontConfiguration

logging.getLogger("weasyprint").setLevel(logging.ERROR)
fonts = FontConfiguration()
print("ready", flush=True)
for line in sys.stdin:
    task = json.loads(line)
    HTML(filename=task["page"]).write_pdf(task["pdf"], font_config=fonts)
    print("done", flush=True)
