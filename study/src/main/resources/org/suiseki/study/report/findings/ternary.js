function drawTernary(host, block) { nothing(host, block.title); }
