# TAB for kensho in bash. The program itself says what may stand there.
_kensho() {
    COMPREPLY=()
    local line=${COMP_LINE:0:COMP_POINT} words reply word
    read -a words <<<"$line"  # a blank behind a backslash is part of the word
    [[ $line == *[[:space:]] && $line != *\\[[:space:]] ]] && words+=("")
    local current=${words[-1]}
    # What bash takes for the last word begins behind the last : = or @ of ours.
    local before=${current%"${COMP_WORDS[COMP_CWORD]}"}
    [[ $current == *[:=@] ]] && before=$current
    local path=$current
    [[ $current == --*=* ]] && path=${current#*=}
    mapfile -t reply < <("${COMP_WORDS[0]}" __complete "${words[@]:1}" 2>/dev/null)
    for word in "${reply[@]}"; do
        case $word in
            :files) compopt -o filenames; mapfile -t COMPREPLY < <(compgen -f -- "$path") ;;
            :folders) compopt -o filenames; mapfile -t COMPREPLY < <(compgen -d -- "$path") ;;
            *) word=${word%%$'\t'*}; COMPREPLY+=("${word#"$before"}") ;;
        esac
    done
}
complete -F _kensho kensho
