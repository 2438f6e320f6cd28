# Run by cmake --install (install.cmake): completion and manual pages in the folders where shells and `man` look.
if(pages_foreign AND NOT pages_emulator)
  message(STATUS "No completion and no manual pages: ${pages_program} cannot be run here")
  return()
endif()

# write(FILE WORD...): what the program prints.
function(write file)
  execute_process(COMMAND ${pages_emulator} ${pages_program} ${ARGN} OUTPUT_VARIABLE text RESULT_VARIABLE failed)
  if(failed)
    message(FATAL_ERROR "${pages_program} ${ARGN}: ${failed}")
  endif()
  file(WRITE ${pages_folder}/${file} "${text}")
endfunction()

file(REMOVE_RECURSE ${pages_folder})
write(bash-completion/completions/matter completion bash)
write(zsh/site-functions/_matter completion zsh)
write(fish/vendor_completions.d/matter.fish completion fish)
write(man/man1/matter.1 help --man --lang en)
write(man/zh_CN/man1/matter.1 help --man --lang zh)
# A command is a file: tools/commands/README.md.
file(GLOB commands RELATIVE ${pages_source}/tools/commands ${pages_source}/tools/commands/*.cpp)
foreach(command IN LISTS commands)
  string(REPLACE ".cpp" "" command ${command})
  write(man/man1/matter-${command}.1 help ${command} --man --lang en)
  write(man/zh_CN/man1/matter-${command}.1 help ${command} --man --lang zh)
endforeach()
file(INSTALL DESTINATION "${CMAKE_INSTALL_PREFIX}/${pages_datadir}" TYPE DIRECTORY FILES ${pages_folder}/)
