// Does nothing, with all the libraries of the program.

int main() {}
