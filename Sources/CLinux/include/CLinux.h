/// What Swift cannot reach by itself: system calls without a wrapper in Glibc's overlay.
#pragma once
#include "files.h"
#include "confinement.h"
#include "restart.h"
