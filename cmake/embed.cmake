# Files that are compiled in, so that the program works offline and alone.
# matter_embed(TARGET ROOT ARRAY files...): the constant array matter::detail::ARRAY of
# EmbeddedBlob (text/embedded.h) holds each file by its path below ROOT, ARRAY_count their
# number. The bytes are included by the assembler (.incbin): no time is spent on parsing
# megabytes of literals.

function(matter_embed target root array)
  set(out ${CMAKE_CURRENT_BINARY_DIR}/${target}_${array}.cpp)
  set(asm "")
  set(decl "")
  set(rows "")
  set(n 0)
  foreach(file IN LISTS ARGN)
    file(RELATIVE_PATH path ${root} ${file})
    string(APPEND asm
      "    \".balign 16\\n\"\n    \".global ${array}_blob_${n}\\n${array}_blob_${n}:\\n.incbin \\\"${file}\\\"\\n\"\n"
      "    \".global ${array}_blob_${n}_end\\n${array}_blob_${n}_end:\\n.byte 0\\n\"\n")
    string(APPEND decl "extern \"C\" const char ${array}_blob_${n}[];\nextern \"C\" const char ${array}_blob_${n}_end[];\n")
    string(APPEND rows "    {\"${path}\", ${array}_blob_${n}, ${array}_blob_${n}_end},\n")
    math(EXPR n "${n} + 1")
  endforeach()
  file(CONFIGURE OUTPUT ${out} @ONLY CONTENT
"// Generated from files that are compiled in. Do not edit.
#include \"text/embedded.h\"
asm(\".pushsection .rodata\\n\"
@asm@    \".popsection\\n\");
@decl@
namespace matter::detail {
extern const EmbeddedBlob @array@[];
extern const unsigned @array@_count;
const EmbeddedBlob @array@[] = {
@rows@};
const unsigned @array@_count = @n@;
}  // namespace matter::detail
")
  target_sources(${target} PRIVATE ${out})
  set_source_files_properties(${out} PROPERTIES OBJECT_DEPENDS "${ARGN}")
endfunction()
