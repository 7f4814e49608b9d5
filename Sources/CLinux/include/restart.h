#pragma once

/// Has the process begin anew, by the same program with the same words, where it meets memory that is gone (SIGBUS): somebody cut off a file
/// that it has mapped, which nothing in the process can put right. Its environment then says how often that happened within the first two
/// seconds, one after the other; after three of those it ends as it would without this.
///
/// Returns how often it has begun anew before; 0 at first.
int muniment_restart_on_bus_error(char *const arguments[]);
