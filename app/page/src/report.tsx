// Lets the charts of a report react.
document.documentElement.dataset.script = "yes";
