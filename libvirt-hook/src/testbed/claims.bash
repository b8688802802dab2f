# shellcheck shell=bash
# Claims that a script proves one after the other, each a line of its output.

failures=0

# claim TEXT COMMAND...: is true if the command succeeds.
claim() {
  local text=$1 output since=$SECONDS
  shift
  if output=$("$@" 2>&1); then
    printf 'ok      %-70s %3d s\n' "$text" $((SECONDS - since))
  else
    printf 'FAILED  %s\n' "$text"
    tail -n 30 <<<"$output" | sed 's/^/        /'
    failures=$((failures + 1))
  fi
}

# not COMMAND...: it ran, and said no; 126 and more, and what ssh says of itself, are no answer.
not() {
  local status=0
  "$@" || status=$?
  [ "$status" != 0 ] && [ "$status" -lt 126 ]
}

# Ends the script, with 1 if a claim was false.
claims_end() {
  [ "$failures" = 0 ] || { echo "$failures claims are false" && exit 1; }
  echo "all claims are true"
}
