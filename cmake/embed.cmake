# Files that are compiled in, so that the program works offline and alone.
# matter_embed(TARGET ROOT files...): each file becomes reachable as
# matter::embedded("path/below/root"). The bytes are included by the assembler
# (.incbin): no time is spent on parsing megabytes of literals.

function(matter_embed target root)
  set(out ${CMAKE_CURRENT_BINARY_DIR}/${target}_embedded.cpp)
  set(asm "")
  set(decl "")
  set(rows "")
  set(n 0)
  foreach(file IN LISTS ARGN)
    file(RELATIVE_PATH path ${root} ${file})
    string(APPEND asm
      "    \".balign 16\\n\"\n    \".global matter_blob_${n}\\nmatter_blob_${n}:\\n.incbin \\\"${file}\\\"\\n\"\n"
      "    \".global matter_blob_${n}_end\\nmatter_blob_${n}_end:\\n.byte 0\\n\"\n")
    string(APPEND decl "extern \"C\" const char matter_blob_${n}[];\nextern \"C\" const char matter_blob_${n}_end[];\n")
    string(APPEND rows "    {\"${path}\", matter_blob_${n}, matter_blob_${n}_end},\n")
    math(EXPR n "${n} + 1")
  endforeach()
  file(CONFIGURE OUTPUT ${out} @ONLY CONTENT
"// Generated from the files under schemas/. Do not edit.
#include \"text/embedded.h\"
asm(\".pushsection .rodata\\n\"
@asm@    \".popsection\\n\");
@decl@
namespace matter::detail {
const EmbeddedBlob embedded_blobs[] = {
@rows@};
const unsigned embedded_blob_count = @n@;
}  // namespace matter::detail
")
  target_sources(${target} PRIVATE ${out})
  set_source_files_properties(${out} PROPERTIES OBJECT_DEPENDS "${ARGN}")
endfunction()
