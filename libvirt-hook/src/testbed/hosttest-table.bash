# shellcheck shell=bash disable=SC2154  # the variables are hosttest's
# The table of what hosttest has proved: form, memory, confinement.

# prove FORM MEMORY HOW TEXT COMMAND...: a claim that adds rows to the table, for each kind of memory that ";" ends.
prove() {
  local form=$1 kinds=$2 how=$3 before=$failures kind
  shift 3
  claim "$@"
  [ "$failures" = "$before" ] || return 0
  while IFS= read -r kind; do
    rows+=("| $form | ${kind# } | AppArmor, own /dev, device cgroup, user libvirt-qemu | $how |")
  done < <(tr ';' '\n' <<<"$kinds")
}

table() {
  echo '| form | memory | QEMU is confined by | the guest |'
  echo '|---|---|---|---|'
  printf '%s\n' "${rows[@]}"
}

# Prints it; with --update, and if all claims are true, it takes the place of that in README.md.
show_table() {
  local readme=$here/README.md
  echo
  table
  echo
  [ "$update" ] && [ "$failures" = 0 ] || return 0
  { sed '/<!-- hosttest -->/q' "$readme" && table && sed -n '/<!-- end of hosttest -->/,$p' "$readme"; } \
    >"$readme.new" && mv "$readme.new" "$readme"
}
