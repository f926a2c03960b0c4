# Keeps a program on a leash: it lives as long as the pipe on standard input is held open.
# The other end is held by the Java process, so the program is told to stop however that process ends.
#
#   sh supervise.sh SECONDS PROGRAM ARGUMENT…     SECONDS it may take to stop before it is told again, firmly
#
# Signals meant for the whole process group (Ctrl-C, systemctl stop) are left to the Java process to act on.
trap '' HUP INT TERM
patience=$1
shift
exec 3<&0 </dev/null

# Elsewhere setsid keeps the terminal's signals away from the program; there, a process group of its own does.
case $(uname) in Darwin) set -m ;; esac

"$@" 3<&- &
program=$!

(
  while read -r _; do :; done <&3
  kill -INT "$program" 2>/dev/null
  while [ "$patience" -gt 0 ] && kill -0 "$program" 2>/dev/null; do
    sleep 1
    patience=$((patience - 1))
  done
  kill -QUIT "$program" 2>/dev/null
) &
watcher=$!
exec 3<&-

wait "$program"
status=$?
kill -KILL "$watcher" 2>/dev/null
exit "$status"
