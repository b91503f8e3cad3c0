"""What each part is worth: parts taken out, regressions planted, plainer searches beside ours."""
