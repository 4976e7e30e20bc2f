// Empty: the compiler reads the precompiled headers of the tests for it.
