# cmake -D build=… -D source=… -D compiler=… -P run.cmake
set(work ${build}/package-test)
file(REMOVE_RECURSE ${work})

function(step what)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE status OUTPUT_VARIABLE out ERROR_VARIABLE out)
  if(NOT status EQUAL 0)
    message("package: 0 passed, 1 failed")
    message(FATAL_ERROR "${what} failed (${status}):\n${out}")
  endif()
  set(out "${out}" PARENT_SCOPE)
endfunction()

step("install" ${CMAKE_COMMAND} --install ${build} --prefix ${work}/prefix)

# All installed headers compile with nothing but the package.
file(GLOB_RECURSE headers RELATIVE ${work}/prefix/include/matter ${work}/prefix/include/matter/*.h)
list(TRANSFORM headers REPLACE "(.+)" "#include \"\\1\"" OUTPUT_VARIABLE includes)
list(JOIN includes "\n" includes)
file(WRITE ${work}/headers.cpp "${includes}\n")

step("configure" ${CMAKE_COMMAND} -S ${source}/tests/package/consumer -B ${work}/build -G Ninja
  -D CMAKE_BUILD_TYPE=Debug -D CMAKE_CXX_COMPILER=${compiler}
  -D CMAKE_PREFIX_PATH=${work}/prefix -D HEADERS=${work}/headers.cpp)
step("build" ${CMAKE_COMMAND} --build ${work}/build)
step("the consumer" ${work}/build/consumer ${source}/catalogs/five-levels)
if(NOT out MATCHES "matters: [1-9][0-9]*\n$")
  message("package: 0 passed, 1 failed")
  message(FATAL_ERROR "the consumer read nothing:\n${out}")
endif()
step("the installed program" ${work}/prefix/bin/matter --version)
list(LENGTH headers count)
message("${count} headers installed; ${out}")
message("package: 1 passed, 0 failed")
