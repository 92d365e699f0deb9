# TAB for kensho in fish. The program itself says what may stand there.
function __kensho_complete
    set -l words (commandline -opc) (commandline -ct)
    set -l option (string match -r -- '^--[^=]*=' (commandline -ct); or echo '')
    set -l path (string replace -r -- '^--[^=]*=' '' (commandline -ct))
    for line in ($words[1] __complete $words[2..-1] 2>/dev/null)
        switch $line
            case :files
                printf '%s\n' $option(__fish_complete_path $path)
            case :folders
                printf '%s\n' $option(__fish_complete_directories $path '')
            case '*'
                echo $line
        end
    end
end
complete -c kensho -f -k -a '(__kensho_complete)'
