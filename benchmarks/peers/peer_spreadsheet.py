#!/usr/bin/env python3
"""The reference model as the workbook that `memo --format xlsx` writes, worked out by LibreOffice: numbers are typed into the
cells of the inputs, and the unrounded rate is read, as a macro for a data table does it.

    peer_spreadsheet.py FOLDER

FOLDER has memo.xlsx and addresses.txt beside what all peers read. LibreOffice runs in a process of its own; its processor time
is measured, without that of starting and opening the file.
"""
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import model as shared
import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from model import Model

RESULT = "companies.eastland.rate-unrounded"
COUNTS = (200, 1200)
VALUE, ADDRESS = 1, 5
LONGEST_START = 60
TICKS = os.sysconf("SC_CLK_TCK")


def started(profile, pipe):
    """LibreOffice listening on a pipe, and its desktop."""
    process = subprocess.Popen(
        [shutil.which("soffice"), "-env:UserInstallation=" + profile.as_uri(), "--headless", "--norestore", "--nologo",
         "--accept=pipe,name=%s;urp;" % pipe], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(LONGEST_START * 4):
        try:
            context = resolver.resolve("uno:pipe,name=%s;urp;StarOffice.ComponentContext" % pipe)
            return process, context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        except NoConnectException:
            time.sleep(0.25)
    sys.exit("LibreOffice did not start.")


def processor_time(group):
    """Seconds of processor time of all processes of a group, and of this one, which does the typing."""
    ticks = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            words = stat.read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        if int(words[2]) == group:
            ticks += int(words[11]) + int(words[12])
    return ticks / TICKS + time.process_time()


def rate_cell(workbook):
    """The cell beside the label of the unrounded net rate."""
    for sheet in workbook.Sheets:
        if sheet.Name in ("Summary", "Inputs", "Checks"):
            continue
        cursor = sheet.createCursor()
        cursor.gotoEndOfUsedArea(False)
        for row in range(cursor.RangeAddress.EndRow + 1):
            if "Net subsidy rate, unrounded" in sheet.getCellByPosition(0, row).String:
                return sheet.getCellByPosition(VALUE, row)
    sys.exit("The workbook has no unrounded net subsidy rate.")


def main():
    folder = Path(sys.argv[1]).resolve()
    m = Model(str(folder))
    addresses = (folder / "addresses.txt").read_text().split()
    with tempfile.TemporaryDirectory() as scratch:
        process, desktop = started(Path(scratch), "advalorem%d" % os.getpid())
        try:
            hidden = PropertyValue()
            hidden.Name, hidden.Value = "Hidden", True
            workbook = desktop.loadComponentFromURL((folder / "memo.xlsx").as_uri(), "_blank", 0, (hidden,))
            workbook.enableAutomaticCalculation(False)
            inputs = workbook.Sheets.getByName("Inputs")
            cursor = inputs.createCursor()
            cursor.gotoEndOfUsedArea(False)
            rows = {inputs.getCellByPosition(ADDRESS, row).String: row for row in range(cursor.RangeAddress.EndRow + 1)}
            cells = [inputs.getCellByPosition(VALUE, rows[address]) for address in addresses]
            rate = rate_cell(workbook)

            def at(draw):
                for cell, column in zip(cells, m.draws):
                    cell.Value = float(column[draw])
                workbook.calculate()
                return rate.Value

            times, difference = [], 0.0
            for count in COUNTS:
                before = processor_time(process.pid)
                for draw in range(count):
                    difference = max(difference, abs(at(draw) / m.rates[draw] - 1))
                times.append(processor_time(process.pid) - before)
            if not difference <= shared.AGREEMENT:
                sys.exit("The results differ by %g, relative." % difference)
            shared.tell("model spreadsheet", (times[1] - times[0]) / (COUNTS[1] - COUNTS[0]) * 1e9, difference)
        finally:
            try:
                desktop.terminate()
            except Exception:
                process.terminate()
            process.wait(30)


main()
