"""The words of files of any sort, for whoever looks for names in them."""
