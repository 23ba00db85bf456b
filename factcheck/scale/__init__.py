"""Faces for many stories: several processes, whole archives, many machines. Only the command line imports them."""
