#!/usr/bin/env bash
# By hand, as root, with a network (about five minutes): the package in a Debian 12 that has nothing else.
#     tests/package/clean_tree.sh [out/kensho_….deb]
# Makes a clean tree with debootstrap, installs the .deb there with the dependencies it names, and works in it as a user
# would: builds the sample from /, reads the manual in both languages, presses TAB, takes the package away again.
# KENSHO_TREE=FILE.tar keeps the clean tree for the next time.
set -euo pipefail
cd "$(dirname "$0")/../.."
package=$(realpath "${1:-$(ls out/kensho_*.deb)}")
kept=${KENSHO_TREE:-}
tree=$(mktemp -d)
cleanup() {
    umount "$tree/dev/pts" "$tree/proc" 2>/dev/null || true
    rm -rf --one-file-system "$tree"
}
trap cleanup EXIT

if [ -n "$kept" ] && [ -f "$kept" ]; then
    tar -C "$tree" -xf "$kept"
else
    debootstrap --variant=minbase bookworm "$tree"
    [ -z "$kept" ] || tar -C "$tree" -cf "$kept" .
fi
chmod 755 "$tree"  # a folder of mktemp is its owner's alone: nobody else would find even /
mount -t proc proc "$tree/proc" 2>/dev/null || echo "no /proc in the tree: the program finds itself without"
mkdir -p "$tree/dev/pts"
mount -t devpts -o newinstance,ptmxmode=0666 devpts "$tree/dev/pts" 2>/dev/null || echo "no terminals in the tree"
cp /etc/resolv.conf "$tree/etc/resolv.conf"
inside() { chroot "$tree" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/tmp DEBIAN_FRONTEND=noninteractive TERM=xterm LANG=C.UTF-8 "$@"; }
user() { inside setpriv --reuid=1000 --regid=1000 --clear-groups "$@"; }
expect() {
    local said
    said=$(cat)
    grep -q -- "$1" <<<"$said" || { printf 'expected: %s, and not:\n%s\n' "$1" "$said"; exit 1; }
}

# Minimal images leave manual pages out; a person's machine has them.
rm -f "$tree"/etc/dpkg/dpkg.cfg.d/docker "$tree"/etc/dpkg/dpkg.cfg.d/excludes
cp "$package" "$tree/tmp/kensho.deb"
inside apt-get update -qq
inside apt-get install -y -qq --no-install-recommends /tmp/kensho.deb man-db bash-completion >"$tree/tmp/apt.log" 2>&1 ||
    { tail "$tree/tmp/apt.log"; exit 1; }
echo "installed: $(inside dpkg-query -W -f='${Package} ${Version}' kensho)"

sample=/usr/share/kensho/samples/atsugi
user sh -c "cd / && kensho build $sample --out /tmp/out" 2>&1 | expect "made in /tmp/out"
(cd "$tree/tmp/out" && sha256sum -c --quiet .kensho && ls -l)
user env LANG=ja_JP.UTF-8 sh -c "cd / && kensho check $sample" | expect 誤りは
user sh -c "cd / && cp -r $sample /tmp/office && cd /tmp/office/years/r5 && kensho --version && kensho" | expect built

# An office: a folder with a Japanese name, no locale but C, a narrow umask, a home that cannot be written; root and user.
user sh -c "cp -r $sample /tmp/検証 && chmod -R u+w /tmp/検証"
for language in C C.UTF-8 POSIX ja_JP.UTF-8 ja_JP.eucJP en_GB.UTF-8 ""; do
    user env LANG="$language" HOME=/nonexistent sh -c "umask 077; cd /tmp/検証 && kensho build --out 案 --volume digest" 2>&1 |
        expect 'made in 案\|作成（案）'
    user env LANG="$language" sh -c "cd / && kensho check /tmp/検証/years/r5/actuals.yaml" | expect 'no faults\|誤りは'
done
[ "$(stat -c %a "$tree/tmp/検証/案/atsugi-r5-digest.pdf")" = 600 ]
inside sh -c "cd /tmp/検証 && kensho status" | expect "section"
inside chown -R root: /tmp/検証
user sh -c "cd /tmp/検証 && ! kensho build --out 案" 2>&1 | expect "no permission"
user sh -c "cd /tmp/検証 && kensho build --out /tmp/elsewhere" 2>&1 | expect "made in"
user sh -c "cd / && ! KENSHO_HOME=/tmp kensho check $sample" 2>&1 | expect "KENSHO_HOME names"
inside sh -c "mkdir -p /opt/moved/bin /opt/moved/share && cp /usr/bin/kensho /opt/moved/bin && cp -r /usr/share/kensho /opt/moved/share"

user man kensho | expect "evaluation reports"
user man kensho-build | expect "--volume"
user man -L ja kensho 2>/dev/null | expect 効果検証報告書
user bash -c 'source /usr/share/bash-completion/bash_completion; _completion_loader kensho
    COMP_LINE="kensho bu"; COMP_POINT=9; COMP_WORDS=(kensho bu); COMP_CWORD=1; _kensho; echo "${COMPREPLY[@]}"' | expect build
inside apt-get remove -y -qq kensho >/dev/null 2>&1
[ ! -e "$tree/usr/bin/kensho" ] && [ ! -e "$tree/usr/share/kensho" ] && [ ! -e "$tree/usr/share/doc/kensho" ]
user sh -c "cd / && /opt/moved/bin/kensho check /opt/moved/share/kensho/samples/atsugi" | expect "no faults"
echo "1 passed, 0 failed"
