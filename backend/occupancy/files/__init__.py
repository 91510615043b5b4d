"""Reports as files: a workbook, a text of comma-separated values, and sheets to print."""
