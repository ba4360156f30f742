"""Scripts of a deposit that open its tables in R and Stata."""

from collections.abc import Sequence

__all__ = ["do_file", "r_script"]

_R = r"""# Opens every table of this deposit: source("open_tables.R"), then tables$figures
# Run it in the folder of the deposit. It needs no package.
read_table <- function(file) {
  header <- names(read.csv(file, nrows = 1, fileEncoding = "UTF-8-BOM", check.names = FALSE))
  # Ids, keys and hashes stay text: "007" is no number.
  is_text <- grepl("_id$|_sha256$|^(key|old|new|part_of|duplicate_of|update_of)$", header) &
    header != "sentence_id"
  classes <- ifelse(is_text, "character", NA)
  table <- read.csv(file, na.strings = "", fileEncoding = "UTF-8-BOM", encoding = "UTF-8",
                    colClasses = classes, check.names = FALSE, stringsAsFactors = FALSE)
  for (name in names(table)) {
    if (is.character(table[[name]])) {
      # An apostrophe keeps spreadsheets from taking a text for a formula.
      table[[name]] <- sub("^'(?=[' ]*[-=+@\t\r\n])", "", table[[name]], perl = TRUE)
    }
  }
  days <- intersect(names(table), c("published", "published_in_text", "day", "first", "last"))
  for (name in days) table[[name]] <- as.Date(table[[name]])
  table
}
files <- list.files("csv", pattern = "[.]csv$", full.names = TRUE)
tables <- lapply(files, read_table)
names(tables) <- sub("[.]csv$", "", basename(files))
"""

_DO = """* Opens every table of this deposit, each in a frame of its name: do open_tables.do
* Run it in the folder of the deposit, with Stata 16 or later.
* Missing numbers and days are missing (.); Stata has no missing text, so those are empty ("").
version 16
clear frames
local names {names}
foreach name of local names {{
    frame create `name'
    frame `name': use "stata/`name'.dta", clear
    frame `name': describe, short
}}
frame change articles
"""


def r_script() -> str:
    """Return an R script that reads the CSV files into a list of data frames."""
    return _R


def do_file(names: Sequence[str]) -> str:
    """Return a do-file that opens each ``.dta`` file of some tables in a frame."""
    return _DO.format(names=" ".join(names))
