# What R makes of episodes that end in one of several ways. In: set,entry,end,cause (hexadecimal
# numbers; cause 0 is censored, 1 to 3 are ends) and the times to tell of. Out: one line for each
# figure, "set package/cause/time value", times counted from 0.
arguments <- commandArgs(trailingOnly = TRUE)
suppressPackageStartupMessages({
  library(survival)
  library(cmprsk)
})
rows <- read.csv(arguments[1], colClasses = "character")
times <- as.numeric(readLines(arguments[2]))
tell <- function(set, package, cause, values) {
  which <- !is.na(values)
  cat(sprintf("%s %s/%d/%d %a\n", set, package, cause, which(which) - 1, values[which]), sep = "")
}

for (set in unique(rows$set)) {
  of <- rows[rows$set == set, ]
  episodes <- data.frame(
    # Who is followed from the first moment is at risk at it: for R, from before it.
    entry = ifelse(as.numeric(of$entry) == 0, -1, as.numeric(of$entry)),
    end = as.numeric(of$end), cause = as.integer(of$cause), id = seq_len(nrow(of)))

  fit <- survfit(Surv(entry, end, factor(cause, 0:3)) ~ 1, data = episodes, id = id,
                 se.fit = FALSE)
  states <- summary(fit, times = times, extend = TRUE)$pstate
  for (cause in 1:3) tell(set, "survival", cause, states[, cause + 1])

  if (any(episodes$entry > 0)) next
  fit <- cuminc(episodes$end, episodes$cause, cencode = 0)
  estimates <- timepoints(fit, times)$est
  for (cause in sort(setdiff(unique(episodes$cause), 0)))
    tell(set, "cmprsk", cause, estimates[paste("1", cause), ])
}
