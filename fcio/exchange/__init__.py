"""Files in and out: case files and workbooks."""
