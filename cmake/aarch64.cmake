# A program for arm64, made on another architecture: -D CMAKE_TOOLCHAIN_FILE=cmake/aarch64.cmake
# -D MATTER_SYSROOT=FOLDER, which scripts/sysroot lays out.
set(CMAKE_SYSTEM_NAME Linux)
set(CMAKE_SYSTEM_PROCESSOR aarch64)
set(CMAKE_CXX_COMPILER aarch64-linux-gnu-g++)
set(CMAKE_LIBRARY_ARCHITECTURE aarch64-linux-gnu)
list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES MATTER_SYSROOT)
set(CMAKE_SYSROOT ${MATTER_SYSROOT})
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)
# The compiler brings a C library of its own, without the amendments that Debian made to it since.
set(CMAKE_EXE_LINKER_FLAGS_INIT "-B${MATTER_SYSROOT}/usr/lib/aarch64-linux-gnu -L${MATTER_SYSROOT}/usr/lib/aarch64-linux-gnu")
# Runs what was made: the program writes its own manual pages.
find_program(MATTER_EMULATOR qemu-aarch64-static)
if(MATTER_EMULATOR)
  set(CMAKE_CROSSCOMPILING_EMULATOR ${MATTER_EMULATOR})
endif()
