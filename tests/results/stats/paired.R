# What R makes of pairs of samples. In: sample,base,other,smallest_relevant (hexadecimal numbers, NA
# without data). Out: one line for each figure, "sample name value".
arguments <- commandArgs(trailingOnly = TRUE)
rows <- read.csv(arguments[1], colClasses = "character")
numbers <- function(text) as.numeric(ifelse(text == "NA", NA, text))

tell <- function(sample, name, value) cat(sprintf("%s %s %a\n", sample, name, value))
samples <- unique(rows$sample)
p <- numeric(0)
for (sample in samples) {
  of <- rows[rows$sample == sample, ]
  whole <- complete.cases(numbers(of$base), numbers(of$other))
  base <- numbers(of$base)[whole]
  other <- numbers(of$other)[whole]
  d <- numbers(of$smallest_relevant)[1]
  test <- function(...) t.test(other, base, paired = TRUE, ...)

  tell(sample, "count", sum(whole))
  tell(sample, "base_mean", mean(base))
  tell(sample, "other_mean", mean(other))
  tell(sample, "mean", test()$estimate)
  for (percent in c(50, 80, 90, 95, 99)) {
    bounds <- test(conf.level = percent / 100)$conf.int
    tell(sample, paste0("low_", percent), bounds[1])
    tell(sample, paste0("high_", percent), bounds[2])
  }
  simultaneous <- test(conf.level = 1 - 0.05 / length(samples))$conf.int
  tell(sample, "low_together", simultaneous[1])
  tell(sample, "high_together", simultaneous[2])
  tell(sample, "standard_error", test()$stderr)
  tell(sample, "p", test()$p.value)
  tell(sample, "p_below", test(mu = d, alternative = "less")$p.value)
  tell(sample, "p_above", test(mu = -d, alternative = "greater")$p.value)
  tell(sample, "correlation", cor(base, other))
  tell(sample, "variance_saved", (var(base) + var(other)) / var(other - base))
  tell(sample, "p10", quantile(other - base, 0.1, type = 7))
  tell(sample, "p90", quantile(other - base, 0.9, type = 7))
  p[sample] <- test()$p.value
}
adjusted <- p.adjust(p, method = "bonferroni")
for (sample in samples) tell(sample, "p_adjusted", adjusted[sample])
